import groovy.json.JsonSlurper

def log = new File(basedir, 'build.log').text
def plan = new JsonSlurper().parse(new File(basedir, 'plans/ContosoOrders/plan.json'), 'UTF-8')
assert plan.operation == 'UPGRADE' && plan.outcome == 'UPGRADED' && !plan.blocked
assert plan.counts.deleted == 4
assert plan.basis.solutions == [ContosoBase: '1.0.0.0', ContosoOrders: '1.0.0.0', ContosoOrders_Patch_5d1c7a20: '1.0.1.0']
assert plan.basis.fingerprint ==~ /[0-9a-f]{64}/

assert log =~ /Deletes      4 components/
assert log =~ /Attribute    contoso_order.contoso_legacycode +Legacy Code/
assert log.indexOf('Deletes      4') < log.indexOf('Changes      11') && log.indexOf('Changes      11') < log.indexOf('Adds         2')
def changes = plan.counts.added + plan.counts.changed + plan.counts.deleted
assert new File(basedir, "target/$changes-changes-4-deletes-0-blocked/environment.json").isFile()

def stale = 'The saved plan ' + new File(basedir, 'plans/ContosoOrders/plan.json').canonicalPath + ' no longer holds: '
assert log.contains(stale + "the package's SHA-256 was " + plan.'package'.sha256)
assert log =~ /Result       UPGRADED in/
assert log.contains(stale + 'the operation was upgrade and is none')
assert log.contains('Verified     1 operation\n')
