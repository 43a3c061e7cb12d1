import groovy.json.JsonSlurper

def log = new File(basedir, 'build.log').text
assert log.contains('an update for a solution that is already installed: 1.0.0.0 and its patch 1.0.1.0')
assert log =~ /Result       PATCHED in .*; patches ContosoOrders/
assert log =~ /Action       upgrade, customizations maintained/
assert log =~ /Plan         2 added, \d+ changed, \d+ unchanged, 4 deleted/
for (gone in ['contoso_order.contoso_legacycode', 'contoso_order.contoso_faxnumber', 'contoso_/scripts/legacy.order.js']) {
    assert log =~ /delete  \w+  ${java.util.regex.Pattern.quote(gone)}/
}
assert log =~ /Result       UPGRADED in/
assert log.contains('Verified     4 operations')

def environment = new JsonSlurper().parse(new File(basedir, 'target/solution/environment.json'), 'UTF-8')
assert environment.solutions.collect { "$it.uniqueName $it.version" } == ['ContosoBase 1.0.0.0', 'ContosoOrders 2.0.0.0']
assert !environment.components.any { it.key == 'contoso_order.contoso_legacycode' }
assert environment.components.any { it.key == 'contoso_order.contoso_customerreference' }

def result = new JsonSlurper().parse(new File(basedir, 'target/solution/embedded/ContosoOrders/latest/import-result.json'), 'UTF-8')
assert result.operation == 'UPGRADE' && result.previousVersion == '1.0.0.0' && result.counts.deleted == 4
def summary = new JsonSlurper().parse(new File(basedir, 'target/solution/summary.json'), 'UTF-8')
assert summary.operations*.patchOf == ['', '', 'ContosoOrders', '']
