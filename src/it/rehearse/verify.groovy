def log = new File(basedir, 'build.log').text
assert log.contains('Requires     ContosoChoices 1.0.0.0, 1 component: brought by com.example.rehearsed:contoso-choices:3.2.0-SNAPSHOT')
// Maven 4 has what it installed beside the reactor too.
assert (log =~ /Installed    ContosoPaint 3.1.0.0, com.example.rehearsed:contoso-paint:3.1.0 from the (local repository|reactor)/).size() == 2
assert log.count('Installed    ContosoChoices 3.2.0.0, com.example.rehearsed:contoso-choices:3.2.0-SNAPSHOT from the reactor') == 2
assert log.count('Plan         0 added, 0 changed, 1 unchanged, 0 deleted') >= 4
assert new File(basedir, 'orders/target/solution/rehearse/ContosoPaint/plan.json').isFile()
assert new File(basedir, 'orders/target/solution/dependencies.json').isFile()
