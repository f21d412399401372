package io.parley.auth.recovery;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** @param email where the mail is to go, if it is the address of an account */
record AskForMail(@NotNull @Email @Size(min = 3, max = 254) String email) {}
