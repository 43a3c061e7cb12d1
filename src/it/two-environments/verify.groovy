def deployed = new File(basedir, 'target/deployed/com/example/two-environments/1.0')
def logs = ['rehearsal', 'test'].collect { environment ->
    for (file in ['import-log.xml', 'import-job.xml', 'import-result.json']) {
        assert new File(basedir, "target/solution/$environment/ContosoBase/1-import/$file").text ==
                new File(basedir, "target/solution/$environment/ContosoBase/latest/$file").text
    }
    assert new File(deployed, "two-environments-1.0-import-result-$environment-ContosoBase.json").text.contains("${environment}.db")
    new File(deployed, "two-environments-1.0-import-log-$environment-ContosoBase.xml").text
}
assert logs[0] != logs[1]
assert new File(basedir, 'build.log').text.contains('Verified     2 operations')
