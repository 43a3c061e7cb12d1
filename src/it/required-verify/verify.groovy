def log = new File(basedir, 'build.log').text
assert log.contains('Tried to run solution:import but failed because: failOnError is false, and no solution:verify follows')
assert log.contains('nothing will fail it, because no solution:verify follows')
assert log =~ /Summary      of the build started at /
assert log.count('Release check failed') == 3
assert log.count('The import of ContosoOrders 1.0.0.0 is FAILED in embedded') >= 2
assert log.contains('summary.json is missing, empty or from another build')
