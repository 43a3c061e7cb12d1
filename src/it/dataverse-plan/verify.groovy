import groovy.json.JsonSlurper

def log = new File(basedir, 'build.log').text
def builds = log.split('Scanning for projects')
def plan = { new JsonSlurper().parse(new File(basedir, it), 'UTF-8') }
def server = context.server
def started = server.started()*.effect()
server.close()

// The plan and the snapshot started nothing, nor did the import that a gate refused.
assert started == ['INSTALLED', 'INSTALLED']

assert builds[2] =~ /Plan         3 added, 134 changed, 0 unchanged, 4 deleted/
assert builds[2] =~ /Unknown      \d+ changes may be none \(content not known: give <installedPackages>\)/
assert builds[3].contains('would be deleted, and failOnDelete is true')
assert builds[4] =~ /Captured     2 solutions, \d+ components/
assert builds[4].contains('To use it    <environment><url>jdbc:sqlite:nightly.db</url></environment>')

def online = plan('target/solution/ContosoOrders/plan.json')
def offline = plan('offline/ContosoOrders/plan.json')
assert online.environment.id == 'contoso-test' && offline.environment.id == 'nightly'
def keys = { made, change -> made.components.findAll { it.change == change }*.key }
assert keys(online, 'DELETE') == keys(offline, 'DELETE') && !keys(online, 'DELETE').empty
assert keys(online, 'ADD') == keys(offline, 'ADD')
assert builds[5] =~ /Plan         3 added, 11 changed, 123 unchanged, 4 deleted/
assert !builds[5].contains('may be none')

assert builds[6] =~ /Result       UPGRADED in .*: 141 components, 0 failed, 0 warnings/
assert builds[7].contains('longer ago than PT0S (snapshotMaxAge). Capture it again with solution:snapshot')
return true
