package org.quartz;

public interface JobExecutionContext {}
