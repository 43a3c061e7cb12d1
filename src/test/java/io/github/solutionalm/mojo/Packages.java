package io.github.solutionalm.mojo;

import io.github.solutionalm.ImportOptions;
import io.github.solutionalm.ImportOptionsBuilder;
import io.github.solutionalm.ImportRequest;
import io.github.solutionalm.mojo.packages.PackageParameter;
import io.github.solutionalm.mojo.packages.PackageSelection;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Packages of the stories. */
public final class Packages {

    public static final Path BASE = contoso("ContosoBase_1_0_0_0_managed");
    public static final Path ORDERS = contoso("ContosoOrders_1_0_0_0_managed");
    public static final Path PATCH = contoso("ContosoOrders_1_0_1_0_patch_managed");
    public static final Path NEXT_ORDERS = contoso("ContosoOrders_2_0_0_0_managed");
    public static final Path TWEAKS = contoso("ContosoTweaks_1_0_0_0");
    public static final Path WAREHOUSE = fabrikam("FabrikamWarehouse_1_0_0_0_managed");
    public static final Path PICKING = fabrikam("FabrikamPicking_1_0_0_0_managed");
    public static final Path NEXT_WAREHOUSE = fabrikam("FabrikamWarehouse_2_0_0_0_managed");
    public static final Path NEXT_PICKING = fabrikam("FabrikamPicking_2_0_0_0_managed");

    private Packages() {}

    private static Path contoso(String name) {
        return Path.of("src/it/quickstart/solutions", name).toAbsolutePath();
    }

    private static Path fabrikam(String name) {
        return Path.of("src/it/ordering-staged/solutions", name).toAbsolutePath();
    }

    public static List<ImportRequest> imports(Path... files) {
        return Stream.of(files)
                .map(file -> imports(file, ImportOptions.defaults()))
                .toList();
    }

    public static ImportRequest imports(Path file, ImportOptions options) {
        return new ImportRequest("import", file, Optional.empty(), options);
    }

    public static ImportRequest imports(Path file, ImportOptions.Action action) {
        return imports(file, ImportOptionsBuilder.options().action(action).build());
    }

    public static List<PackageSelection.Selected> selected(Path... files) {
        return Stream.of(files)
                .map(file -> new PackageSelection.Selected(file, Optional.empty(), new PackageParameter(file.toFile())))
                .toList();
    }
}
