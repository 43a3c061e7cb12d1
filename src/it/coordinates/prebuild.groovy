import java.util.zip.ZipEntry
import java.util.zip.ZipOutputStream

/** Zips a package of the quick start. */
def zip(File folder, File target) {
    target.parentFile.mkdirs()
    new ZipOutputStream(target.newOutputStream()).withCloseable { out ->
        folder.eachFileRecurse { file ->
            if (file.isFile()) {
                out.putNextEntry(new ZipEntry(folder.toPath().relativize(file.toPath()).toString().replace('\\', '/')))
                out.write(file.bytes)
                out.closeEntry()
            }
        }
    }
}

def deploy(String artifactId, String version, String folder, String classifier = '') {
    def solutions = new File(basedir, '../../../src/it/quickstart/solutions')
    def place = new File(basedir, "repository/com/contoso/$artifactId/$version")
    zip(new File(solutions, folder), new File(place, "$artifactId-$version${classifier}.zip"))
    new File(place, "$artifactId-${version}.pom").text = """<project>
  <modelVersion>4.0.0</modelVersion>
  <groupId>com.contoso</groupId>
  <artifactId>$artifactId</artifactId>
  <version>$version</version>
  <packaging>zip</packaging>
</project>"""
}

deploy('contoso-base', '1.0.0', 'ContosoBase_1_0_0_0_managed')
deploy('contoso-tweaks', '1.0.0', 'ContosoTweaks_1_0_0_0')
deploy('contoso-tweaks', '1.0.0', 'ContosoTweaks_1_0_0_0', '-managed')
zip(new File(basedir, '../../../src/it/quickstart/solutions/ContosoOrders_1_0_0_0_managed'),
        new File(basedir, 'orders/orders.zip'))
