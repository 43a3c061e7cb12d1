def log = new File(basedir, 'build.log').text
assert log.findAll('Verified     1 operation').size() == 2
assert log =~ /that of the build started at .* does not count for this one/
assert log =~ /Summary      of the build started at /
assert log.contains('The release does not pass: summary.json is missing or empty')
