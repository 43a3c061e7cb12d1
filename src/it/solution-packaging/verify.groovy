import java.util.zip.ZipFile

def log = new File(basedir, 'build.log').text
assert log.contains('Sources      src/main/solution, ContosoParcels, managed and unmanaged')
assert log.contains('Version      2.1.0.57 (POM version 2.1.0-SNAPSHOT, build number 57; the source tree says 1.4.0.0)')
assert log.contains('This snapshot has the version 2.1.0.57, which is higher than 2.1.0.0')
assert log.contains('Package      target/contoso-parcels-2.1.0-SNAPSHOT.zip, managed, 5 files; the main artifact')
assert log.contains('Package      target/contoso-parcels-2.1.0-SNAPSHOT-unmanaged.zip, unmanaged, 5 files; attached with classifier unmanaged')

// the second build, of unchanged sources
assert log.contains('Package      target/contoso-parcels-2.1.0-SNAPSHOT.zip, managed, is up to date; the main artifact')
assert log.contains('Package      target/contoso-parcels-2.1.0-SNAPSHOT-unmanaged.zip, unmanaged, is up to date; attached')

// the third, of the tree itself
assert log.contains('Packed       src/main/solution into target/solution/packed/ContosoParcels_1_4_0_0_managed.zip, managed, 5 files')
assert log =~ /Result       INSTALLED in .*: 9 components, 0 failed, 0 warnings/

def managed = new ZipFile(new File(basedir, 'target/contoso-parcels-2.1.0-SNAPSHOT.zip'))
def unmanaged = new ZipFile(new File(basedir, 'target/contoso-parcels-2.1.0-SNAPSHOT-unmanaged.zip'))
def bytes = { zip, name -> zip.getInputStream(zip.getEntry(name)).bytes }
def text = { zip, name -> new String(bytes(zip, name), 'UTF-8') }
def names = ['customizations.xml', 'solution.xml',
        'Workflows/Tellthecustomer-3D6F1C52-94A7-4E0B-8F2D-6B1A7C90E541.json',
        'WebResources/contoso_scriptsparceljs5C09E7B1-4D28-4FA6-92B3-E81D70F6A4C5',
        '[Content_Types].xml']
assert managed.entries().collect { it.name } == names
assert unmanaged.entries().collect { it.name } == names

assert text(managed, 'solution.xml').contains('<Managed>1</Managed>')
assert text(unmanaged, 'solution.xml').contains('<Managed>0</Managed>')
[managed, unmanaged].each {
    assert text(it, 'solution.xml').contains('<Version>2.1.0.57</Version>')
    assert bytes(it, names[2]) == new File(basedir, 'src/main/solution/' + names[2]).bytes
    assert bytes(it, names[3]) == new File(basedir, 'src/main/scripts/parcel.js').bytes
}
assert text(managed, 'customizations.xml').count('solutionaction="Added"') == 3
assert !text(unmanaged, 'customizations.xml').contains('solutionaction')
assert new File(basedir, 'src/main/solution/Other/Solution.xml').text.contains('<Version>1.4.0.0</Version>')

def same = { folder ->
    def files = folder.listFiles().findAll { it.name.endsWith('.zip') }
    assert files.size() == 2
    assert files.any { it.bytes == new File(basedir, 'target/contoso-parcels-2.1.0-SNAPSHOT.zip').bytes && !it.name.contains('unmanaged') }
    assert files.any { it.bytes == new File(basedir, 'target/contoso-parcels-2.1.0-SNAPSHOT-unmanaged.zip').bytes && it.name.endsWith('-unmanaged.zip') }
}
same(new File(localRepositoryPath, 'com/example/parcels/contoso-parcels/2.1.0-SNAPSHOT'))
same(new File(basedir, 'target/repository/com/example/parcels/contoso-parcels/2.1.0-SNAPSHOT'))
