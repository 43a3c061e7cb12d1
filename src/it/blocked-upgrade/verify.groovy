import groovy.json.JsonSlurper

def log = new File(basedir, 'build.log').text
def result = new JsonSlurper().parse(new File(basedir, 'target/solution/embedded/FabrikamWarehouse/latest/import-result.json'), 'UTF-8')
assert result.operation == 'UPGRADE' && result.outcome == 'FAILED'
assert result.errors*.code == ['0x8004F01D', '0x8004F01F']
assert result.components.every { it.status == 'UNPROCESSED' }

// Both views are named, by the plan and by the refusal, with their solution and what to do.
for (goal in [/\[WARNING\] /, /\[ERROR\] Error /]) {
    assert log =~ /(?m)^${goal} +0x8004F01F CannotDeleteInUseComponent: Attribute fabrikam_bin.fabrikam_zone .*"Bins by Zone" of the solution FabrikamPicking uses it; .*"Zones to Count" of the solution FabrikamPicking uses it\. First import/
}
assert log.contains('Plan         1 added, 0 changed, 3 unchanged, 1 deleted, 1 blocked')
assert log.contains('the environment is as it was before')
def plan = new JsonSlurper().parse(new File(basedir, 'target/solution/FabrikamWarehouse/plan.json'), 'UTF-8')
assert plan.blocked && plan.counts.blocked == 1
assert new File(basedir, 'target/solution/embedded/FabrikamWarehouse/latest/import-log.xml').text.contains('Bins by Zone')
