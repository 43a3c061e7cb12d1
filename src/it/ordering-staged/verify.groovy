import groovy.json.JsonSlurper

def log = new File(basedir, 'build.log').text
def json = { new JsonSlurper().parse(new File(basedir, it), 'UTF-8') }

// As listed: the first upgrade is blocked, and the second could not even be planned.
def listed = json('target/listed/FabrikamWarehouse/plan.json')
assert listed.blocked && listed.outcome == 'FAILED'
assert listed.components.find { it.key == 'fabrikam_bin.fabrikam_zone' }.blockedBy*.solution == ['FabrikamPicking', 'FabrikamPicking']
assert log.contains('Not planned  import FabrikamPicking_2_0_0_0_managed')

// Staged: both pass, and the plan says in which step what is deleted.
def staged = json('target/solution/FabrikamWarehouse/plan.json')
assert staged.operation == 'STAGE_UPGRADE' && !staged.blocked
assert staged.deferred.findAll { it.change == 'DELETE' }*.key == ['fabrikam_bin.fabrikam_zone']
def applied = json('target/solution/FabrikamWarehouse/apply-plan.json')
assert applied.operation == 'APPLY_UPGRADE' && !applied.blocked && applied.counts.deleted == 1

def summary = json('target/solution/summary.json')
assert summary.operations.collect { "$it.outcome $it.solution" } == [
        'INSTALLED FabrikamWarehouse', 'INSTALLED FabrikamPicking',
        'STAGED FabrikamWarehouse', 'STAGED FabrikamPicking',
        'APPLIED FabrikamPicking', 'APPLIED FabrikamWarehouse']
assert log.contains('Verified     6 operations')
def environment = json('target/solution/environment.json')
assert environment.solutions.collect { "$it.uniqueName $it.version" } == ['FabrikamWarehouse 2.0.0.0', 'FabrikamPicking 2.0.0.0']
assert environment.components*.key.contains('fabrikam_bin.fabrikam_aisle')
assert !environment.components*.key.contains('fabrikam_bin.fabrikam_zone')
