import groovy.json.JsonSlurper

def log = new File(basedir, 'build.log').text
def installed = context.server.installed()
def started = context.server.started().size()
context.server.close()

assert log.contains("Environment  contoso-test, Dataverse, ${context.server.url()}")
assert log =~ /Result       INSTALLED in .*/
assert log =~ /Result       PATCHED in .*/
assert log =~ /Result       STAGED in .*; apply it with solution:apply-upgrade/
assert log =~ /Result       APPLIED in .*; ContosoOrders is 2.0.0.0 now/
assert log.contains('Unpublished  unknown: contoso-test does not report unpublished changes')
assert log.contains('Verified     5 operations')
assert log.contains('Published    all customizations')
assert installed == ['ContosoBase 1.0.0.0', 'ContosoOrders 2.0.0.0']
assert started == 6 // five operations and one publication

def result = new JsonSlurper().parse(new File(basedir, 'target/solution/contoso-test/ContosoOrders/latest/import-result.json'), 'UTF-8')
assert result.environment == [id: 'contoso-test', kind: 'dataverse', url: context.server.url()]
assert result.outcome == 'APPLIED'
assert new File(basedir, 'target/solution/contoso-test/ContosoBase/latest/import-log.xml').isFile()
assert new File(basedir, 'target/solution/jobs').isDirectory()
def environment = new JsonSlurper().parse(new File(basedir, 'target/solution/environment.json'), 'UTF-8')
assert environment.solutions.collect { "$it.uniqueName $it.version" } == installed
return true
