/**
 * Who a build is to Dataverse: {@link io.github.solutionalm.dataverse.auth.Credentials} in their modes, chosen by
 * {@link io.github.solutionalm.dataverse.auth.CredentialsChoice} and turned into tokens by
 * {@link io.github.solutionalm.dataverse.auth.SignIn}. Environment variables, clock and transport are given. Imports
 * {@code dataverse.http}, the front door's exception, Jackson and msal4j, which no other room knows.
 */
package io.github.solutionalm.dataverse.auth;
