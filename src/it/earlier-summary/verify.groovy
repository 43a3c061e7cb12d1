def log = new File(basedir, 'build.log').text
assert log.findAll('Verified     1 operation').size() == 2
assert log.findAll('summary.json is of an earlier build, started at ').size() == 1
assert log.contains('The release does not pass: summary.json is missing or empty')
