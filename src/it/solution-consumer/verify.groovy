def log = new File(basedir, 'build.log').text
def remote = new File(basedir, 'target/remote/com/example/released')
assert new File(remote, 'contoso-choices/3.2.0/contoso-choices-3.2.0.zip').isFile()
assert new File(remote, 'contoso-paint/3.2.0/contoso-paint-3.2.0.zip').isFile()

// the consumer imports both, each after what it needs
def imported = { name -> log.indexOf('Package      ' + name + '-3.2.0.zip (zip') }
assert imported('contoso-choices') > 0
assert imported('contoso-paint') > imported('contoso-choices')
assert log.findAll(/Result       INSTALLED in/).size() == 2
assert new File(basedir, 'consumer/target/solution/dependencies.json').isFile()
