def log = new File(basedir, 'build.log').text
assert log.contains('summary.json is missing, empty or from another build')
assert log.contains('Bind solution:import to a phase before solution:verify')
