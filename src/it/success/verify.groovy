import groovy.json.JsonSlurper

def log = new File(basedir, 'build.log').text
assert log.contains('Environment  embedded, target/solution/environment.db')
assert log =~ /Package      ContosoBase_1_0_0_0_managed \(folder, .*, sha256 [0-9a-f]{6}/
assert log.contains('Action       install, customizations maintained, SDK message processing steps enabled')
assert log =~ /Plan         \d+ added/
assert log =~ /Result       INSTALLED in [0-9.]+ s: \d+ components, 0 failed/
assert log.contains('Log          target/solution/embedded/ContosoBase/1-import/import-log.xml (attached as import-log-embedded-ContosoBase)')
assert log.contains('Verified     1 operation')

def result = new JsonSlurper().parse(new File(basedir, 'target/solution/embedded/ContosoBase/latest/import-result.json'), 'UTF-8')
assert result.schema == 1
assert result.goal == 'import'
assert result.outcome == 'INSTALLED'
assert result.environment.kind == 'embedded'
assert result.solution.uniqueName == 'ContosoBase'
assert result.counts.failed == 0
assert new File(basedir, 'target/solution/summary.json').isFile()
