def log = new File(basedir, 'build.log').text
assert log.contains("Tried to run solution:import but failed because: no goal of this plugin knows -Dsolution.failOnDelte; did you mean 'solution.failOnDelete'?.") ||
        log.contains("Tried to run solution:import but failed because: no goal of this plugin knows -Dsolution.failOnDelte; did you mean 'solution.failOnDelete'?")
assert log.contains("no goal of this plugin has a parameter <failOnHiden>; did you mean 'failOnHidden'?")
assert log.contains("<failOnBlocked> of the execution 'import' is no parameter of solution:import, solution:verify")
assert log.count('-Dsolution.environment=test has no effect, since the POM says <environment>dev</environment>, which wins.') >= 2
assert log.contains('[WARNING] Strict would refuse it: no goal of this plugin has a parameter <failOnHiden>')
assert log.contains('Verified     1 operation')
assert !new File(basedir, 'target/test.db').exists()

assert log.contains('<failOnDelete> of the POM is ${gate.delete}, and there is no such property')
assert log.contains('<requireInstalled> of the POM is empty; give it a value or leave it out')
assert log.contains('-Dsolution.savedPlan has no value')
assert log.contains("the POM has no execution 'impotr' of this plugin; did you mean 'import'?")
assert log.contains('-Dsolution.failOnDelete has no effect here, since it is of solution:apply-upgrade, solution:import, solution:plan, solution:stage-upgrade')
assert log.contains("-DfailOnDelete is no property of this plugin; did you mean 'solution.failOnDelete'?")
