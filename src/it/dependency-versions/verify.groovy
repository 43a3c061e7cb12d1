def log = new File(basedir, 'build.log').text
def server = context.server
server.close()

// nearest, then first: the lower one is imported with a warning, and the check fails
def lower = 'com.contoso:contoso-orders is taken in the version 1.0.0, but com.contoso:contoso-suite:2.0.0 wants 2.0.0: Maven takes the nearest'
assert log.contains('[WARNING] ' + lower)
assert log.contains('Verified     3 operations')
assert log =~ /:check-dependencies \(default\) on project nearest: .*contoso-orders is taken in the version 1\.0\.0/
// managed to the version that is meant
def meant = log.substring(log.indexOf('Building nearest', log.indexOf('BUILD FAILURE')), log.indexOf('Building provided'))
assert !meant.contains('is taken in the version')
assert meant.findAll(/Package      (\S+) \(zip/) { it[1] } == ['contoso-base-1.0.0.zip', 'contoso-orders-2.0.0.zip', 'contoso-tweaks-1.0.0.zip']

// what is provided is not imported
def provided = log.substring(log.indexOf('Building provided'))
assert provided.findAll(/Package      (\S+) \(zip/) { it[1] } == ['contoso-orders-1.0.0.zip', 'contoso-base-1.0.0.zip', 'contoso-orders-1.0.0.zip']
assert provided.contains('the scope provided that the environment must have already, in that version or a higher one:'
        + ' ContosoBase 1.0.0.0 (com.contoso:contoso-base:1.0.0) is not installed')
assert server.installed() == ['ContosoBase 1.0.0.0', 'ContosoOrders 1.0.0.0']
return true
