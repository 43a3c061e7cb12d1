def log = new File(basedir, 'build.log').text
assert log.contains('Requires     ContosoChoices 1.0.0.0, 1 component: brought by com.example.rehearsed:contoso-choices:3.2.0-SNAPSHOT')

// the first release; then each over the last one, from the repository, with the dependencies of this build
assert log.contains('Base         none: no version of com.example.rehearsed:contoso-paint below 1.0.0 is released yet, so an installation is rehearsed')
def over = { base, release ->
    assert log.contains("Base         com.example.rehearsed:contoso-paint:$base, the last release below $release")
    assert log.contains("Installed    ContosoPaint ${base}.0, com.example.rehearsed:contoso-paint:$base from the repository releases")
}
over('1.0.0', '1.1.0')
over('1.1.0', '2.0.0')
over('2.0.0', '3.2.0-SNAPSHOT')
assert log.contains('Installed    ContosoChoices 3.2.0.0, com.example.rehearsed:contoso-choices:3.2.0-SNAPSHOT from the reactor')
// 2.0.0 deletes it, and so does what is rehearsed over 1.1.0
assert log.findAll(/\[INFO\] +WebResource  contoso_\/brush.js  Brush  of the solution ContosoPaint/).size() >= 3

// the release that baseVersion names, with a gate and its exception, and one that does not exist
assert log.contains('Base         com.example.rehearsed:contoso-paint:1.1.0, as baseVersion says')
assert log =~ /:rehearse \(default\) on project contoso-paint: .* WebResource contoso_\/brush.js would be deleted, and failOnDelete is true/
assert log.contains('Tried to find the package com.example.rehearsed:contoso-choices:1.2.0 but failed because: it is neither in the local repository nor in')
assert !new File(localRepositoryPath, 'com/example/rehearsed/contoso-paint/3.2.0-SNAPSHOT').exists()

def plan = new groovy.json.JsonSlurper().parse(new File(basedir, 'orders/target/solution/rehearse/ContosoPaint/plan.json'))
assert plan.operation == 'UPGRADE'
assert new File(basedir, 'orders/target/solution/dependencies.json').isFile()
