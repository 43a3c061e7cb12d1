package io.github.solutionalm.engine;

import io.github.solutionalm.model.ComponentKey;
import java.util.Set;

/**
 * The roles that every environment has, under the ids of their templates
 * (https://learn.microsoft.com/power-apps/developer/data-platform/security-roles).
 */
final class RoleTemplates {

    private static final Set<String> IDS = Set.of(
            "627090ff-40a3-4053-8790-584edc5be201",
            "119f245c-3cc8-4b62-b31c-d1a046ced15d",
            "2d101bb3-5ced-4122-83f1-94d5efde4e3b",
            "d892cc0b-28c7-4e88-bd92-72f2c366baed",
            "236750cd-45ae-4939-ab12-b24b920ced93",
            "85937b6b-91a1-46ed-9778-929fc9f61812",
            "29123793-6ae5-4955-9f1a-f10ceb9705f1",
            "c0ed2f4f-6f92-4691-92ba-78f2931e8fba",
            "a4be89ff-7c35-4d69-9900-999c3f603e6f",
            "ecfd0b44-5720-45e3-ae68-417ddb0fb654",
            "1808b939-dd07-4ca7-aa99-ddd2734378f1",
            "09a25608-d28b-4d47-b57c-79271fe6a525",
            "debec338-bca7-4882-ae04-84e6ddda2984",
            "6caba073-59a8-4d6b-8e7b-4ccb50c5166b",
            "d9d602db-2761-4170-877f-983494567c08",
            "dcd60b89-421c-44ae-bff0-dd6323df885c",
            "b4b40b17-cf37-4ea8-b2c5-b580f2f48654");

    private RoleTemplates() {}

    /** Whether a role is one of them. */
    static boolean has(ComponentKey role) {
        return IDS.contains(role.key());
    }
}
