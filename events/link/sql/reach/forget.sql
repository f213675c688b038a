delete from tellings;

delete from fresh;

delete from settled
