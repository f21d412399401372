package io.parley.auth.workspaces;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

record CreateWorkspace(@NotBlank @Size(max = 100) String name) {}
