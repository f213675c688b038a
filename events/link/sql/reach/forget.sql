delete from tellings;

delete from fresh
