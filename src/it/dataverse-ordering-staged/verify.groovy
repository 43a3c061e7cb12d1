import groovy.json.JsonSlurper

def log = new File(basedir, 'build.log').text
def server = context.server
server.close()

def summary = new JsonSlurper().parse(new File(basedir, 'target/solution/summary.json'), 'UTF-8')
def told = summary.operations.collect { "$it.outcome $it.solution" as String }
assert told == [
        'INSTALLED FabrikamWarehouse', 'INSTALLED FabrikamPicking',
        'STAGED FabrikamWarehouse', 'STAGED FabrikamPicking',
        'APPLIED FabrikamPicking', 'APPLIED FabrikamWarehouse']
assert log.contains('Verified     6 operations')

assert server.installed() == ['FabrikamWarehouse 2.0.0.0', 'FabrikamPicking 2.0.0.0']
// Each was started once, in the order told.
assert server.started().collect { it.effect() + ' ' + it.solution() } == told
return true
