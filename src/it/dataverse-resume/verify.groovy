import groovy.json.JsonSlurper

def log = new File(basedir, 'build.log').text
def result = new JsonSlurper().parse(new File(basedir, 'target/solution/contoso-test/ContosoBase/latest/import-result.json'), 'UTF-8')
def server = context.server
server.close()
def (first, second) = log.split('BUILD FAILURE', 2)

// The first build ends before the job does, and says how to go on.
assert first =~ /Result       TIMED_OUT in /
assert first.contains("It is the import job $result.importJobId, system job ${server.started()[0].asyncOperationId()}")
assert first =~ /Run the same goal again to go on waiting for it \(solution\.resume\); it is written down in .*\.job\.json\./
assert first.contains('Operation    TIMED_OUT  ContosoBase 1.0.0.0 in contoso-test')
assert second.contains('Release check failed: The import of ContosoBase 1.0.0.0 is TIMED_OUT in contoso-test')

// The second one goes on with it.
assert second.contains("Resuming     import job $result.importJobId, system job")
assert second =~ /Result       INSTALLED in /
assert second.contains('Verified     1 operation')
assert result.outcome == 'INSTALLED' && result.components.every { it.status == 'SUCCESS' }
assert new File(basedir, 'target/solution/jobs').list().length == 0

assert server.started().size() == 1
assert server.requests().count { it.call() == 'StageSolution' } == 1
assert server.installed() == ['ContosoBase 1.0.0.0']
return true
