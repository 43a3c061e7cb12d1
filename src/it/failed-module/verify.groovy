def log = new File(basedir, 'build.log').text
assert log.count('BUILD FAILURE') == 3
assert log.contains('Release check failed: The import of ContosoOrders 1.0.0.0 is FAILED in embedded')
assert log.contains('The build fails here although failOnError is false: solution:verify has already run')
