def log = new File(basedir, 'build.log').text
def choices = 'Package      target/contoso-choices-3.2.0.zip, managed, 3 files; the main artifact'
def paint = 'Package      target/contoso-paint-3.2.0.zip, managed, 4 files; the main artifact'
assert log.contains(choices)
assert log.indexOf(paint) > log.indexOf(choices)
assert new File(basedir, 'base/target/contoso-choices-3.2.0.zip').isFile()
assert new File(basedir, 'orders/target/contoso-paint-3.2.0.zip').isFile()

// the deploy module imports both, each after what it needs, from the folders of the modules
def imported = { name -> log.indexOf('Package      ' + name + '-3.2.0.zip (zip', log.indexOf(':import (at-once)')) }
assert imported('contoso-choices') > 0
assert imported('contoso-paint') > imported('contoso-choices')
assert log.findAll(/Result       INSTALLED in/).size() == 2

// with two threads, and by hand at the root, where two of the modules have no solution
assert log.count('contoso-choices-3.2.0.zip, managed, is up to date') == 2
assert log.count('contoso-paint-3.2.0.zip, managed, is up to date') == 2
assert log.count('Sources      none; nothing is packed') == 2

// the next release: both are staged, each after what it needs, and applied the other way round
def staged = { name -> log.indexOf('Package      ' + name + '-3.3.0.zip (zip', log.indexOf('stage-upgrade')) }
assert staged('contoso-choices') > 0
assert staged('contoso-paint') > staged('contoso-choices')
assert log.findAll(/Result       STAGED in/).size() == 2
assert log.findAll(/Result       APPLIED in .*; (\w+) is 3.3.0.0 now/) { it[1] } == ['ContosoPaint', 'ContosoChoices']
assert log.count('Verified     4 operations') == 1

// nothing was released, or installed on this machine
assert log.contains('Base         none: no version of com.example.paint:contoso-paint below 3.3.0 is released yet')
assert log.contains('Rehearsed    nothing: this module makes no package')
assert !new File(localRepositoryPath, 'com/example/paint/contoso-paint/3.2.0').exists()
assert !new File(localRepositoryPath, 'com/example/paint/contoso-choices/3.3.0').exists()
