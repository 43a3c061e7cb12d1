def log = new File(basedir, 'build.log').text
assert log.findAll('Verified     1 operation').size() == 2
assert log =~ /that of the build started at .* is not used: this build imported nothing/
assert log =~ /Summary      of the build started at /
assert log.contains('Release check failed: summary.json is missing, empty or from another build')
