def log = new File(basedir, 'build.log').text
assert log.contains('Tried to run solution:import but failed because: Unknown property -Dsolution.failOnDelte. Did you mean -Dsolution.failOnDelete?')
assert log.contains('Unknown parameter <failOnHiden>. Did you mean <failOnHidden>?')
assert log.contains("<failOnBlocked> in the execution 'import' is not a parameter of solution:import, solution:verify")
assert log.count('-Dsolution.environment=test has no effect: the POM sets <environment>dev</environment>, which takes precedence.') >= 2
assert log.contains('[WARNING] Unknown parameter <failOnHiden>. Did you mean <failOnHidden>? With strict, this fails the build.')
assert log.contains('Verified     1 operation')
assert !new File(basedir, 'target/test.db').exists()

assert log.contains('<failOnDelete> in the POM is ${gate.delete}, but that property is not set')
assert log.contains('<requireInstalled> in the POM is empty. Give it a value or remove it')
assert log.contains('-Dsolution.savedPlan has no value')
assert log.contains("The POM has no execution 'impotr' of this plugin. Did you mean import?")
assert log.contains('-Dsolution.failOnDelete has no effect here; it is a parameter of solution:apply-upgrade, solution:import, solution:plan, solution:rehearse, solution:stage-upgrade')
assert log.contains("Unknown property -DfailOnDelete. Did you mean -Dsolution.failOnDelete?")
