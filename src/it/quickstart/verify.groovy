import groovy.json.JsonSlurper

def log = new File(basedir, 'build.log').text
assert log.contains('Environment  rehearsal, embedded, target/rehearsal.db')
assert log.contains('(ContosoBase) 1.0.0.0, managed')
assert log.contains('(ContosoOrders) 2.0.0.0, managed')
def output = new File(basedir, 'target/solution')
def json = { new JsonSlurper().parse(new File(output, it), 'UTF-8') }

assert json('summary.json').operations.collect { "$it.outcome $it.solution $it.version" } == [
        'INSTALLED ContosoBase 1.0.0.0', 'INSTALLED ContosoOrders 1.0.0.0', 'PATCHED ContosoOrders_Patch_5d1c7a20 1.0.1.0',
        'INSTALLED ContosoTweaks 1.0.0.0', 'STAGED ContosoOrders 2.0.0.0', 'APPLIED ContosoOrders 2.0.0.0']
assert log.contains('Verified     6 operations')

// What the plan said is what happened: four deletions, and changes that the customizations hide.
def plan = json('ContosoOrders/plan.json')
assert plan.operation == 'UPGRADE' && plan.counts.deleted == 4 && plan.counts.hidden > 0
def result = json('rehearsal/ContosoOrders/latest/import-result.json')
def deleted = { it.components.findAll { c -> c.change == 'DELETE' }*.key }
assert result.operation == 'APPLY_UPGRADE' && deleted(result) == deleted(plan)
assert log =~ /ContosoOrders_Upgrade +2.0.0.0 +staged upgrade of ContosoOrders/

for (solution in ['ContosoBase', 'ContosoOrders', 'ContosoOrders_Patch_5d1c7a20', 'ContosoTweaks']) {
    for (file in ['import-log.xml', 'import-job.xml', 'import-result.json']) {
        assert new File(output, "rehearsal/$solution/latest/$file").isFile()
    }
}
assert json('environment.json').solutions.collect { "$it.uniqueName $it.version" } ==
        ['ContosoBase 1.0.0.0', 'ContosoOrders 2.0.0.0', 'ContosoTweaks 1.0.0.0']
assert new File(output, 'inspection.json').isFile()
assert new File(basedir, 'target/rehearsal.db').isFile()
