def log = new File(basedir, 'build.log').text
// The import and four rounds over the modules; the last one, of a package, is the root's alone.
assert log.count("Module       base") == 5
assert log.count('Module       orders') == 5
assert log.count('Verified     ') == 6
assert !log.contains('SKIPPED [')
assert log.contains('base: Tried to run solution:list in embedded,') && log.contains('orders: Tried to run solution:list in embedded,')
assert log =~ /Result       NOTHING_TO_APPLY in/
assert log.contains('Plan         nothing to do')
