def log = new File(basedir, 'build.log').text
def wrong = [action: 'uprgade', sameVersion: 'ignore', lowerVersion: 'x', missingDependencies: 'no', activeBase: 'ok', activeRules: 'off', timeout: '60', lockTimeout: '10m']
wrong.each { name, value ->
    assert log.contains("Invalid value '$value' for <$name> (-Dsolution.$name). ")
}
assert log.contains('Allowed: install, upgrade, update, stage.')
assert log.contains('such as PT90S')
assert log.contains(new File(basedir, 'no/such.zip').path + ' does not exist')
assert log.contains("ContosoBase_1_0_0_0_managed is ''. Expected 64 hexadecimal digits.")
assert !new File(basedir, 'target/solution/environment.db').exists()
assert new File(basedir, 'target/solution/summary.json').text.contains('"FAILED"')
