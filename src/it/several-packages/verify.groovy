import groovy.json.JsonSlurper

def log = new File(basedir, 'build.log').text
def order = ['ContosoBase_1', 'ContosoOrders_1', 'ContosoTweaks_1'].collect { log.indexOf("Package      $it") }
assert order == order.sort(false) && order[0] > 0
assert log.contains('Action       import of unmanaged customizations')
assert log.contains('Verified     3 operations')
def environment = new JsonSlurper().parse(new File(basedir, 'target/solution/environment.json'), 'UTF-8')
assert environment.solutions*.uniqueName == ['ContosoBase', 'ContosoOrders', 'ContosoTweaks']
assert environment.components.any { it.layers.contains('Active') }
assert environment.components.every { it.published }
