import groovy.json.JsonSlurper

def log = new File(basedir, 'build.log').text
def order = [':import (old-release)', ':stage-upgrade (stage)', ':list (look-at-both-versions)', ':apply-upgrade (apply)', ':verify (apply)']
        .collect { log.indexOf(it) }
assert order == order.sort(false) && order[0] > 0
assert log =~ /Action       stage for upgrade as ContosoOrders_Upgrade/
assert log =~ /4 kept until apply-upgrade deletes them/
assert log =~ /Result       STAGED in .*; apply it with solution:apply-upgrade/
assert log =~ /Action       apply upgrade: ContosoOrders_Upgrade 2.0.0.0 replaces 1.0.0.0/
assert log =~ /Result       APPLIED in .*; ContosoOrders is 2.0.0.0 now/
assert log.contains('Verified     4 operations')

// What the migration found: the new column is there, and the old one still.
def during = new JsonSlurper().parse(new File(basedir, 'target/migration/environment.json'), 'UTF-8')
assert during.solutions.collect { "$it.uniqueName $it.version" } ==
        ['ContosoBase 1.0.0.0', 'ContosoOrders 1.0.0.0', 'ContosoOrders_Upgrade 2.0.0.0']
assert during.solutions[2].holdingFor == 'ContosoOrders'
assert log =~ /ContosoOrders_Upgrade  2.0.0.0  staged upgrade of ContosoOrders/
def layers = during.components.collectEntries { [it.key, it.layers] }
assert layers['contoso_order.contoso_customerreference'] == ['ContosoOrders_Upgrade']
assert layers['contoso_order.contoso_legacycode'] == ['ContosoOrders']

def after = new JsonSlurper().parse(new File(basedir, 'target/solution/environment.json'), 'UTF-8')
assert after.solutions.collect { "$it.uniqueName $it.version" } == ['ContosoBase 1.0.0.0', 'ContosoOrders 2.0.0.0']
layers = after.components.collectEntries { [it.key, it.layers] }
assert layers['contoso_order.contoso_customerreference'] == ['ContosoOrders']
assert !layers.containsKey('contoso_order.contoso_legacycode')
def result = new JsonSlurper().parse(new File(basedir, 'target/solution/embedded/ContosoOrders/latest/import-result.json'), 'UTF-8')
assert result.goal == 'apply-upgrade' && result.outcome == 'APPLIED' && result.package == null && result.counts.deleted == 4

// What a CI system shows: each operation as tests of its own, and all of them on one page.
def tests = new File(basedir, 'target/solution/junit-reports')
assert tests.list().sort() == ['TEST-embedded-ContosoBase.xml', 'TEST-embedded-ContosoOrders-apply-upgrade.xml',
        'TEST-embedded-ContosoOrders-stage-upgrade.xml', 'TEST-embedded-ContosoOrders.xml', 'TEST-unknown-verify.xml']
assert tests.listFiles().every { new groovy.xml.XmlSlurper().parse(it).testsuite.testcase.every { test -> test.children().every { it.name() == 'system-out' } } }
def page = new File(basedir, 'target/solution/summary.md').getText('UTF-8')
assert page.startsWith('## Solutions: passed')
assert page.contains('| `apply-upgrade` | `ContosoOrders 2.0.0.0` | `embedded` | APPLIED | 0 | 0 | 4 | ')
