import io.github.solutionalm.dataverse.server.DataverseServer
import io.github.solutionalm.dataverse.server.ServerSettings
import java.util.zip.ZipEntry
import java.util.zip.ZipOutputStream

context.server = DataverseServer.start(ServerSettings.in(new File(basedir, 'target/server').toPath()))
context.server.accept('token-of-the-story')
context.userProperties.put('story.url', context.server.url())

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

/** Deploys a package of the quick start; without one, a POM alone. */
def deploy(String artifactId, String version, String folder, String dependencies) {
    def place = new File(basedir, "repository/com/contoso/$artifactId/$version")
    place.mkdirs()
    if (folder) {
        zip(new File(basedir, "../../../src/it/quickstart/solutions/$folder"), new File(place, "$artifactId-${version}.zip"))
    }
    new File(place, "$artifactId-${version}.pom").text = """<project>
  <modelVersion>4.0.0</modelVersion>
  <groupId>com.contoso</groupId>
  <artifactId>$artifactId</artifactId>
  <version>$version</version>
  <packaging>${folder ? 'zip' : 'pom'}</packaging>
  <dependencies>$dependencies</dependencies>
</project>"""
}

def on = { artifactId, version ->
    "<dependency><groupId>com.contoso</groupId><artifactId>$artifactId</artifactId><version>$version</version><type>zip</type></dependency>"
}
deploy('contoso-base', '1.0.0', 'ContosoBase_1_0_0_0_managed', '')
deploy('contoso-orders', '1.0.0', 'ContosoOrders_1_0_0_0_managed', on('contoso-base', '1.0.0'))
deploy('contoso-orders', '2.0.0', 'ContosoOrders_2_0_0_0_managed', on('contoso-base', '1.0.0'))
deploy('contoso-tweaks', '1.0.0', 'ContosoTweaks_1_0_0_0', on('contoso-orders', '1.0.0'))
deploy('contoso-suite', '2.0.0', null, on('contoso-orders', '2.0.0'))
return true
