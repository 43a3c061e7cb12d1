def log = new File(basedir, 'build.log').text
assert log =~ /Failed to execute goal .*:import .*Tried to import FabrikamBroken_1_0_0_0_managed into embedded/
assert log =~ /\[ERROR\] Missing      /
assert !log.contains('INSTALLED')
assert new File(basedir, 'target/solution/embedded/FabrikamBroken/latest/import-log.xml').isFile()
assert !new File(basedir, 'target/solution/ContosoBase').exists()
