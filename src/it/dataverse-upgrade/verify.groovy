import groovy.json.JsonSlurper

def log = new File(basedir, 'build.log').text
def json = { new JsonSlurper().parse(new File(basedir, "target/$it"), 'UTF-8') }
def server = context.server
server.close()

assert log.contains('already installed: 1.0.0.0')
assert log =~ /Action       upgrade, /
assert log =~ /Result       UPGRADED in .*: \d+ components, 0 failed, 0 warnings/
assert log.contains('Action       skip: this version is installed (sameVersion)')
assert log =~ /Result       SKIPPED_SAME_VERSION in .*: the environment holds 2.0.0.0 already/
assert log.count('Verified     4 operations') == 2

// Once: a package was sent for each of the three imports, and none for the one that was skipped.
assert server.started()*.effect() == ['INSTALLED', 'INSTALLED', 'UPGRADED']
assert server.requests().count { it.call() == 'StageAndUpgradeAsync' } == 1
assert server.requests().count { it.call() == 'StageSolution' } == 3
assert server.installed() == ['ContosoBase 1.0.0.0', 'ContosoOrders 2.0.0.0']

def result = json('solution/contoso-test/ContosoOrders/latest/import-result.json')
assert result.operation == 'UPGRADE' && result.outcome == 'UPGRADED' && result.previousVersion == '1.0.0.0'
assert result.importJobId == server.started().last().importJobId().get() as String
assert result.components.every { it.status == 'SUCCESS' }

// The environment's own log and job, byte for byte; the test server keeps what it answered.
def own = [:]
server.settings().folder().resolve("uploads/$result.importJobId").toFile().eachFileRecurse {
    if (it.parentFile.name.startsWith('1-')) own[it.name] = it
}
['import-log.xml', 'import-job.xml'].each {
    assert new File(basedir, "target/solution/contoso-test/ContosoOrders/latest/$it").bytes == own[it].bytes
}

def outcomes = { json(it).operations.collect { "$it.outcome $it.solution $it.version" } }
assert outcomes('solution/summary.json') == [
        'INSTALLED ContosoBase 1.0.0.0', 'INSTALLED ContosoOrders 1.0.0.0', 'UPGRADED ContosoOrders 2.0.0.0']
assert outcomes('once-more/summary.json') == ['SKIPPED_SAME_VERSION ContosoOrders 2.0.0.0']
return true
