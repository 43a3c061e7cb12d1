import groovy.json.JsonSlurper

def log = new File(basedir, 'build.log').text
def output = new File(basedir, 'target/solution')

def skeleton = new JsonSlurper().parse(new File(output, 'ContosoOrders/deployment-settings.json'), 'UTF-8')
assert skeleton.EnvironmentVariables*.SchemaName == ['contoso_MaxOpenOrders', 'contoso_OrderServiceUrl']
assert skeleton.ConnectionReferences*.ConnectionId == ['', '']
assert log.contains('the connection of contoso_dataverse')

assert log.contains("Settings     2 values, 2 connections from config/test.json and the <environment> 'rehearsal' of the POM")
assert log =~ /Result       INSTALLED in .*, 0 warnings/
def components = new JsonSlurper().parse(new File(output, 'environment.json'), 'UTF-8').components
def values = components.findAll { it.type in ['environmentvariablevalue', 'connection'] }
assert values*.key.sort() == ['contoso_dataverse', 'contoso_maxopenorders', 'contoso_orderservice', 'contoso_orderserviceurl']
assert values.every { it.layers.last() == 'Active' }

assert log.contains('The deployment settings name what none of the packages has: environment variable contoso_MaxOpenOrder (config/wrong.json), connection reference contoso_datavers (config/wrong.json).')
assert !new File(basedir, 'target/other.db').exists()
