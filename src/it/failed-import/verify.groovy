def log = new File(basedir, 'build.log').text
assert log =~ /Failed to execute goal .*:import .*Tried to import FabrikamBroken_1_0_0_0_managed into embedded/
assert log =~ /\[ERROR\] Missing      /
assert !log.contains('INSTALLED')
assert new File(basedir, 'target/solution/embedded/FabrikamBroken/latest/import-log.xml').isFile()
assert !new File(basedir, 'target/solution/ContosoBase').exists()

def test = new groovy.xml.XmlSlurper().parse(new File(basedir, 'target/solution/junit-reports/TEST-embedded-FabrikamBroken.xml')).testsuite
assert test.testcase.findAll { it.failure.size() == 1 }.collect { it.@name.text() } == ['import', 'gate missingDependencies']
assert new File(basedir, 'target/solution/summary.md').getText('UTF-8').startsWith('## Solutions: failed (1 of 1)')
