import groovy.json.JsonSlurper

def log = new File(basedir, 'build.log').text
assert log.contains('Environment  rehearsal, embedded, target/rehearsal.db')
assert log.contains('(ContosoBase) 1.0.0.0, managed')
assert log.contains('(ContosoOrders) 2.0.0.0, managed')
def output = new File(basedir, 'target/solution')
def json = { new JsonSlurper().parse(new File(output, it), 'UTF-8') }

assert json('summary.json').operations.collect { "$it.outcome $it.solution $it.version" } == [
        'INSTALLED ContosoBase 1.0.0.0', 'INSTALLED ContosoOrders 1.0.0.0', 'PATCHED ContosoOrders_Patch_5d1c7a20 1.0.1.0',
        'INSTALLED ContosoTweaks 1.0.0.0', 'STAGED ContosoOrders 2.0.0.0', 'APPLIED ContosoOrders 2.0.0.0']
assert log.contains('Verified     6 operations')

// What the plan said is what happened: four deletions, and changes that the customizations hide.
def plan = json('ContosoOrders/plan.json')
assert plan.operation == 'UPGRADE' && plan.counts.deleted == 4 && plan.counts.hidden > 0
def result = json('rehearsal/ContosoOrders/latest/import-result.json')
def deleted = { it.components.findAll { c -> c.change == 'DELETE' }*.key }
assert result.operation == 'APPLY_UPGRADE' && deleted(result) == deleted(plan)
assert log =~ /ContosoOrders_Upgrade +2.0.0.0 +staged upgrade of ContosoOrders/

for (solution in ['ContosoBase', 'ContosoOrders', 'ContosoOrders_Patch_5d1c7a20', 'ContosoTweaks']) {
    for (file in ['import-log.xml', 'import-job.xml', 'import-result.json']) {
        assert new File(output, "rehearsal/$solution/latest/$file").isFile()
    }
}
assert json('environment.json').solutions.collect { "$it.uniqueName $it.version" } ==
        ['ContosoBase 1.0.0.0', 'ContosoOrders 2.0.0.0', 'ContosoTweaks 1.0.0.0']
assert new File(output, 'inspection.json').isFile()
assert new File(basedir, 'target/rehearsal.db').isFile()

// What was printed, for the pages that show it: without times and progress, which differ, and with one name of the plugin, one
// kind of path and plain characters only, since Maven, the system and its locale choose these.
def transcript = log.readLines()
        .dropWhile { !it.contains(':inspect (look-inside)') }
        .takeWhile { !it.startsWith('[INFO] -----') }
        .findAll { !(it ==~ /\[INFO\] (Planning|Importing|Applying|Waiting) .*/) }
        // Maven's own, of what it could not download
        .findAll { !it.startsWith('[WARNING]') || it ==~ /\[WARNING\] [A-Z]\S+ {2,}.*/ }
def masked = {
    it.stripTrailing().replace('\\', '/')
            .replaceFirst(/^\[INFO\] --- solution(-maven-plugin)?:/, '[INFO] --- solution:')
            .replaceFirst(/ in (\d+ min ?)?([\d.]+ s)?:/, ' in … s:')
            .replaceAll(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ/, '…')
            .replaceAll(/[^\p{ASCII}]+/, '?')
}
def printed = transcript.collect(masked)
new File(basedir, 'target/transcript.txt').setText(transcript.join('\n') + '\n', 'UTF-8')

// Each page shows it from top to bottom; a line … stands for lines that are left out, and so does the end of a block.
def repository = basedir.parentFile.parentFile.parentFile
for (page in ['README.md', 'docs/quickstart.md']) {
    def blocks = (new File(repository, page).getText('UTF-8') =~ /(?ms)^```\R(\[INFO\].*?)^```$/).collect { it[1] }
    assert !blocks.empty
    def at = 0
    for (run in blocks.join('…\n').split(/(?m)^…\R/)*.readLines().findAll { it }) {
        def shown = run.collect(masked)
        def found = (at..<printed.size()).find { printed.drop(it).take(shown.size()) == shown }
        assert found != null: "$page shows what is not printed there; target/transcript.txt has what is:\n${run.join('\n')}"
        at = found + shown.size()
    }
}
