-- the models that play users of its cases: [{name}] of registered targets, [{name, model}] of those that the file describes; null for none
alter table suite_revisions add column simulators json;

-- the same as they were at the start, by name, in the form in which they go to a worker
alter table runs add column simulators json;
