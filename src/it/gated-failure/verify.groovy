def log = new File(basedir, 'build.log').text
assert log =~ /\[ERROR\] Result       FAILED in/
assert log =~ /\[ERROR\] Error        0x[0-9A-F]{8} /
assert log.contains('The build continues because failOnError is false; solution:verify will fail it.')
assert log =~ /Result       INSTALLED in/
assert log =~ /\[ERROR\] Finding .*FabrikamBroken 1.0.0.0 is FAILED/
assert log.contains(':verify (gate) on project gated-failure: Release check failed: The import of ')
assert new File(basedir, 'target/solution/embedded/FabrikamBroken/latest/import-log.xml').isFile()
assert new File(basedir, 'target/solution/embedded/ContosoBase/latest/import-log.xml').isFile()
