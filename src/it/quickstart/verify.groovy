import groovy.json.JsonSlurper

def log = new File(basedir, 'build.log').text
assert log.contains('Environment  rehearsal, embedded, target/rehearsal.db')
assert log.contains('(ContosoBase) 1.0.0.0, managed')
assert log.contains('(ContosoOrders) 1.0.0.0, managed')
assert log.contains('INSTALLED in')
assert log.contains('Verified     2 operations')

def output = new File(basedir, 'target/solution')
for (solution in ['ContosoBase', 'ContosoOrders']) {
    for (file in ['import-log.xml', 'import-job.xml', 'import-result.json']) {
        assert new File(output, "$solution/$file").isFile()
    }
}
def environment = new JsonSlurper().parse(new File(output, 'environment.json'), 'UTF-8')
assert environment.solutions*.uniqueName == ['ContosoBase', 'ContosoOrders']
assert new File(output, 'inspection.json').isFile()
assert new File(basedir, 'target/rehearsal.db').isFile()
