def log = new File(basedir, 'build.log').text
def choices = 'Package      target/contoso-choices-3.2.0.zip, managed, 3 files; the main artifact'
def paint = 'Package      target/contoso-paint-3.2.0.zip, managed, 4 files; the main artifact'
assert log.contains(choices)
assert log.indexOf(paint) > log.indexOf(choices)
assert new File(basedir, 'base/target/contoso-choices-3.2.0.zip').isFile()
assert new File(basedir, 'orders/target/contoso-paint-3.2.0.zip').isFile()

// with two threads, and by hand at the root, where the parent has no solution
assert log.count('contoso-choices-3.2.0.zip, managed, is up to date') == 2
assert log.count('contoso-paint-3.2.0.zip, managed, is up to date') == 2
assert log.count('Sources      none; nothing is packed') == 1
assert !new File(localRepositoryPath, 'com/example/paint').exists()
