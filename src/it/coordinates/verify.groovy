def log = new File(basedir, 'build.log').text
// The POM names the orders first; they need the base.
assert log.contains('Order        ContosoBase before ContosoOrders, which needs it')
assert log =~ /Package      contoso-base-1.0.0.zip \(zip, .*\), com.contoso:contoso-base:1.0.0 from the repository contoso-releases/
assert log =~ /Package      orders.zip \(zip, .*\), com.contoso:contoso-orders:1.0:zip:managed from the reactor/
assert log =~ /Requires     ContosoBase 1.0.0.0, \d+ components?: brought by com.contoso:contoso-base:1.0.0/
assert log.count('Verified     2 operations') == 1
def plan = new groovy.json.JsonSlurper().parse(new File(basedir, 'lean/target/solution/ContosoBase/plan.json'))
assert plan.package.artifact == [groupId: 'com.contoso', artifactId: 'contoso-base', version: '1.0.0', type: 'zip',
        classifier: null, from: 'contoso-releases']
def summary = new groovy.json.JsonSlurper().parse(new File(basedir, 'deploy/target/solution/summary.json'))
assert summary.operations*.artifact*.artifactId == ['contoso-base', 'contoso-orders']
assert summary.operations*.artifact*.from == ['contoso-releases', 'reactor']
assert log =~ /(?s)orders.*Result       INSTALLED in/
assert new File(basedir, 'orders/target/solution').isDirectory()
assert log.contains('com.contoso:contoso-tweaks:1.0.0:zip:managed has the classifier managed, but the package')
assert log.contains('Tried to find the package com.contoso:contoso-gone:1.0.0 but failed because: it is neither in the')
assert log.contains('Tried to find the package com.contoso:contoso-gone:2.0.0 but failed because: Maven is offline')
assert log.contains('it is the module contoso-orders of this build, ')
