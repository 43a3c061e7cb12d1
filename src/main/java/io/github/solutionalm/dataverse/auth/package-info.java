/**
 * The sign-in of a build to Dataverse: {@link io.github.solutionalm.dataverse.auth.CredentialsChoice} chooses
 * {@link io.github.solutionalm.dataverse.auth.Credentials}, and {@link io.github.solutionalm.dataverse.auth.SignIn} gets tokens
 * with them. Environment variables, clock and transport are given. Imports {@code dataverse.http}, the exception of the front
 * door, Jackson and msal4j, which no other room knows.
 */
package io.github.solutionalm.dataverse.auth;
